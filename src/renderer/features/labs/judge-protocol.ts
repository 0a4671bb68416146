import type { Json, ProgramOutcome, PythonProgram, PythonRun, WireError } from '#core'

/** Messages to the worker that judges: a program to judge, and what a run of Python gave. */
export type JudgeRequest =
  { readonly type: 'judge'; readonly source: string; readonly caseName: string } | { readonly type: 'ran'; readonly run: PythonRun }

/** Messages from it: a run of Python that it needs, and how judging ended. */
export type JudgeReply =
  | { readonly type: 'run'; readonly program: PythonProgram; readonly input: Json }
  | { readonly type: 'judged'; readonly outcome: ProgramOutcome }
  | { readonly type: 'failed'; readonly error: WireError }
