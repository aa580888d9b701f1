/**
 * The functions that every C program may call: those of C17 and POSIX.1-2017 by the header that declares them, as far as WIT can
 * name them. A world-level function of such a name takes the place of the library's, or is taken for it.
 */
const declared: Readonly<Record<string, string>> = {
  'complex.h': `
    cacos casin catan ccos csin ctan cacosh casinh catanh ccosh csinh ctanh cexp clog cabs cpow csqrt carg
    cimag conj cproj creal
  `,
  'ctype.h': `
    isalnum isalpha isascii isblank iscntrl isdigit isgraph islower isprint ispunct isspace isupper isxdigit
    toascii tolower toupper
  `,
  'fenv.h': `
    feclearexcept fegetexceptflag feraiseexcept fesetexceptflag fetestexcept fegetround fesetround fegetenv
    feholdexcept fesetenv feupdateenv
  `,
  'inttypes.h': 'imaxabs imaxdiv strtoimax strtoumax wcstoimax wcstoumax',
  'locale.h': 'duplocale freelocale localeconv newlocale setlocale uselocale',
  'math.h': `
    acos acosf acosh acoshf acoshl acosl asin asinf asinh asinhf asinhl asinl atan atan2 atan2f atan2l atanf
    atanh atanhf atanhl atanl cbrt cbrtf cbrtl ceil ceilf ceill copysign copysignf copysignl cos cosf cosh
    coshf coshl cosl erf erfc erfcf erfcl erff erfl exp exp2 exp2f exp2l expf expl expm1 expm1f expm1l fabs
    fabsf fabsl fdim fdimf fdiml floor floorf floorl fma fmaf fmal fmax fmaxf fmaxl fmin fminf fminl fmod
    fmodf fmodl frexp frexpf frexpl gamma hypot hypotf hypotl ilogb ilogbf ilogbl j0 j1 jn ldexp ldexpf
    ldexpl lgamma lgammaf lgammal llrint llrintf llrintl llround llroundf llroundl log log10 log10f log10l
    log1p log1pf log1pl log2 log2f log2l logb logbf logbl logf logl lrint lrintf lrintl lround lroundf
    lroundl modf modff modfl nan nanf nanl nearbyint nearbyintf nearbyintl nextafter nextafterf nextafterl
    nexttoward nexttowardf nexttowardl pow powf powl remainder remainderf remainderl remquo remquof remquol
    rint rintf rintl round roundf roundl scalb scalbln scalblnf scalblnl scalbn scalbnf scalbnl sin sinf
    sinh sinhf sinhl sinl sqrt sqrtf sqrtl tan tanf tanh tanhf tanhl tanl tgamma tgammaf tgammal trunc
    truncf truncl y0 y1 yn
  `,
  'setjmp.h': 'longjmp siglongjmp',
  'signal.h': `
    kill killpg psiginfo psignal pthread_kill pthread_sigmask raise sigaction sigaddset sigaltstack
    sigdelset sigemptyset sigfillset sighold sigignore siginterrupt sigismember signal sigpause sigpending
    sigprocmask sigqueue sigrelse sigset sigsuspend sigtimedwait sigwait sigwaitinfo
  `,
  'stdio.h': `
    clearerr ctermid dprintf fclose fdopen feof ferror fflush fgetc fgetpos fgets fileno flockfile fmemopen
    fopen fprintf fputc fputs fread freopen fscanf fseek fseeko fsetpos ftell ftello ftrylockfile
    funlockfile fwrite getc getchar getdelim getline open_memstream pclose perror popen printf putc putchar
    puts remove rename renameat rewind scanf setbuf setvbuf snprintf sprintf sscanf tempnam tmpfile tmpnam
    ungetc vdprintf vfprintf vfscanf vprintf vscanf vsnprintf vsprintf vsscanf
  `,
  'stdlib.h': `
    a64l abort abs aligned_alloc atof atoi atol atoll bsearch calloc div drand48 erand48 exit free getenv
    getsubopt grantpt initstate jrand48 l64a labs lcong48 ldiv llabs lldiv lrand48 malloc mblen mbstowcs
    mbtowc mkdtemp mkstemp mrand48 nrand48 posix_memalign posix_openpt ptsname putenv qsort quick_exit rand
    rand_r random realloc realpath seed48 setenv setkey setstate srand srand48 srandom strtod strtof strtol
    strtold strtoll strtoul strtoull system unlockpt unsetenv wcstombs wctomb
  `,
  'string.h': `
    memccpy memchr memcmp memcpy memmove memset stpcpy stpncpy strcat strchr strcmp strcoll strcpy strcspn
    strdup strerror strerror_r strlen strncat strncmp strncpy strndup strnlen strpbrk strrchr strsignal
    strspn strstr strtok strtok_r strxfrm
  `,
  'strings.h': 'bcmp bcopy bzero ffs index rindex strcasecmp strncasecmp',
  'threads.h': `
    call_once cnd_broadcast cnd_destroy cnd_init cnd_signal cnd_timedwait cnd_wait mtx_destroy mtx_init
    mtx_lock mtx_timedlock mtx_trylock mtx_unlock thrd_create thrd_current thrd_detach thrd_equal thrd_exit
    thrd_join thrd_sleep thrd_yield tss_create tss_delete tss_get tss_set
  `,
  'time.h': `
    asctime asctime_r clock clock_getcpuclockid clock_getres clock_gettime clock_nanosleep clock_settime
    ctime ctime_r difftime getdate gmtime gmtime_r localtime localtime_r mktime nanosleep strftime strptime
    time timer_create timer_delete timer_getoverrun timer_gettime timer_settime timespec_get tzset
  `,
  'uchar.h': 'c16rtomb c32rtomb mbrtoc16 mbrtoc32',
  'wchar.h': `
    btowc fgetwc fgetws fputwc fputws fwide fwprintf fwscanf getwc getwchar mbrlen mbrtowc mbsinit mbsrtowcs
    putwc putwchar swprintf swscanf ungetwc vfwprintf vfwscanf vswprintf vswscanf vwprintf vwscanf wcpcpy
    wcscat wcschr wcscmp wcscoll wcscpy wcscspn wcsdup wcsftime wcslen wcsncat wcsncmp wcsncpy wcspbrk
    wcsrchr wcsrtombs wcsspn wcsstr wcstod wcstof wcstok wcstol wcstold wcstoll wcstoul wcstoull wcswidth
    wcsxfrm wctob wcwidth wmemchr wmemcmp wmemcpy wmemmove wmemset wprintf wscanf
  `,
  'wctype.h': `
    iswalnum iswalpha iswblank iswcntrl iswctype iswdigit iswgraph iswlower iswprint iswpunct iswspace
    iswupper iswxdigit towctrans towlower towupper wctrans wctype
  `,
  'aio.h': `
    aio_cancel aio_error aio_fsync aio_read aio_return aio_suspend aio_write lio_listio
  `,
  'arpa/inet.h': 'htonl htons inet_addr inet_ntoa inet_ntop inet_pton ntohl ntohs',
  'dirent.h': `
    alphasort closedir dirfd fdopendir opendir readdir readdir_r rewinddir scandir seekdir telldir
  `,
  'dlfcn.h': 'dlclose dlerror dlopen dlsym',
  'fcntl.h': 'creat fcntl open openat posix_fadvise posix_fallocate',
  'fnmatch.h': 'fnmatch',
  'ftw.h': 'ftw nftw',
  'glob.h': 'glob globfree',
  'grp.h': 'endgrent getgrent getgrgid getgrgid_r getgrnam getgrnam_r setgrent',
  'iconv.h': 'iconv iconv_close iconv_open',
  'langinfo.h': 'nl_langinfo',
  'libgen.h': 'basename dirname',
  'monetary.h': 'strfmon',
  'mqueue.h': `
    mq_close mq_getattr mq_notify mq_open mq_receive mq_send mq_setattr mq_timedreceive mq_timedsend
    mq_unlink
  `,
  'net/if.h': 'if_freenameindex if_indextoname if_nameindex if_nametoindex',
  'netdb.h': `
    endhostent endnetent endprotoent endservent freeaddrinfo gai_strerror getaddrinfo gethostent getnameinfo
    getnetbyaddr getnetbyname getnetent getprotobyname getprotobynumber getprotoent getservbyname
    getservbyport getservent sethostent setnetent setprotoent setservent
  `,
  'nl_types.h': 'catclose catgets catopen',
  'poll.h': 'poll',
  'pthread.h': `
    pthread_atfork pthread_attr_destroy pthread_attr_init pthread_barrier_destroy pthread_barrier_init
    pthread_barrier_wait pthread_cancel pthread_cond_broadcast pthread_cond_destroy pthread_cond_init
    pthread_cond_signal pthread_cond_timedwait pthread_cond_wait pthread_create pthread_detach pthread_equal
    pthread_exit pthread_getspecific pthread_join pthread_key_create pthread_key_delete
    pthread_mutex_destroy pthread_mutex_init pthread_mutex_lock pthread_mutex_trylock pthread_mutex_unlock
    pthread_once pthread_rwlock_destroy pthread_rwlock_init pthread_rwlock_rdlock pthread_rwlock_unlock
    pthread_rwlock_wrlock pthread_self pthread_setcancelstate pthread_setspecific pthread_spin_destroy
    pthread_spin_init pthread_spin_lock pthread_spin_unlock pthread_testcancel
  `,
  'pwd.h': 'endpwent getpwent getpwnam getpwnam_r getpwuid getpwuid_r setpwent',
  'regex.h': 'regcomp regerror regexec regfree',
  'sched.h': `
    sched_get_priority_max sched_get_priority_min sched_getparam sched_getscheduler sched_rr_get_interval
    sched_setparam sched_setscheduler sched_yield
  `,
  'search.h': `
    hcreate hdestroy hsearch insque lfind lsearch remque tdelete tfind tsearch twalk
  `,
  'semaphore.h': `
    sem_close sem_destroy sem_getvalue sem_init sem_open sem_post sem_timedwait sem_trywait sem_unlink
    sem_wait
  `,
  'spawn.h': 'posix_spawn posix_spawnp',
  'sys/ipc.h': 'ftok',
  'sys/mman.h': `
    mlock mlockall mmap mprotect msync munlock munlockall munmap posix_madvise shm_open shm_unlink
  `,
  'sys/msg.h': 'msgctl msgget msgrcv msgsnd',
  'sys/resource.h': 'getpriority getrlimit getrusage setpriority setrlimit',
  'sys/select.h': 'pselect select',
  'sys/sem.h': 'semctl semget semop',
  'sys/shm.h': 'shmat shmctl shmdt shmget',
  'sys/socket.h': `
    accept bind connect getpeername getsockname getsockopt listen recv recvfrom recvmsg send sendmsg sendto
    setsockopt shutdown sockatmark socket socketpair
  `,
  'sys/stat.h': `
    chmod fchmod fchmodat fstat fstatat futimens lstat mkdir mkdirat mkfifo mkfifoat mknod mknodat stat
    umask utimensat
  `,
  'sys/statvfs.h': 'fstatvfs statvfs',
  'sys/time.h': 'getitimer gettimeofday setitimer utimes',
  'sys/times.h': 'times',
  'sys/uio.h': 'readv writev',
  'sys/utsname.h': 'uname',
  'sys/wait.h': 'wait waitid waitpid',
  'syslog.h': 'closelog openlog setlogmask syslog',
  'termios.h': `
    cfgetispeed cfgetospeed cfsetispeed cfsetospeed tcdrain tcflow tcflush tcgetattr tcgetsid tcsendbreak
    tcsetattr
  `,
  'unistd.h': `
    access alarm chdir chown close confstr crypt dup dup2 encrypt execl execle execlp execv execve execvp
    faccessat fchdir fchown fchownat fdatasync fexecve fork fpathconf fsync ftruncate getcwd getegid geteuid
    getgid getgroups gethostid gethostname getlogin getlogin_r getopt getpgid getpgrp getpid getppid getsid
    getuid isatty lchown link linkat lockf lseek nice pathconf pause pipe pread pwrite read readlink
    readlinkat rmdir setegid seteuid setgid setpgid setpgrp setregid setreuid setsid setuid sleep swab
    symlink symlinkat sync sysconf tcgetpgrp tcsetpgrp truncate ttyname ttyname_r unlink unlinkat write
  `,
  'utime.h': 'utime',
  'wordexp.h': 'wordexp wordfree',
};

const headerOf: ReadonlyMap<string, string> = new Map(
  Object.entries(declared).flatMap(([header, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, header] as const),
  ),
);

/** Whose a symbol is in every program, in words; undefined if it is nobody's. */
export function ownerInEveryProgram(symbol: string): string | undefined {
  if (symbol === 'main') return 'the beginning of every program';
  const header = headerOf.get(symbol);
  return header === undefined ? undefined : `a function of the C library (\`<${header}>\`)`;
}
