/** The library: what the command line does, as functions. */
export { builtInBackends } from './backends/index.js';
export { defineBackend, type Backend, type OptionSpec, type OptionTable } from './backends/backend.js';
export type { AbiName } from './abi/conventions/index.js';
export { codeFrame } from './base/code-frame.js';
export type { Diagnostic, Fix, Related, Severity } from './base/diagnostics.js';
export { memoryHost, type Host, type MemoryHost } from './base/host.js';
export type { LintLevel, LintLevels } from './base/lints.js';
export { nodeHost } from './base/node-host.js';
export { positionAt, type Position, type SourceFile, type Span } from './base/source.js';
export type { GeneratedFile } from './emit/output.js';
export { check, type CheckRequest, type CheckResult } from './driver/check.js';
export { fix, type FixedFile, type FixResult } from './driver/fix.js';
export { generate, type GenerateRequest, type GenerateResult } from './driver/generate.js';
export { inspect, type InspectFormat, type InspectRequest } from './driver/inspect.js';
export { writeFiles, type Written } from './driver/write.js';
export { type ReportFormat, reportFormats } from './driver/report/formats.js';
export { jsonDiagnostic, type JsonDiagnostic, type JsonFix, type JsonPlace } from './driver/report/json.js';
export type { Report, WriteReport } from './driver/report/report.js';
