// The whole of the program that a test is: it calls the runner.

extern "C" void run(void);

int main() { run(); }
