import type { Json, NetworkCase, ProgramOutcome, PythonProgram, PythonRun, WireError } from '#core'

/** A thing to be judged on a case: a program, or the gradients in a file. */
export type JudgeTask =
  | { readonly type: 'program'; readonly source: string; readonly asked: NetworkCase }
  | { readonly type: 'numbers'; readonly name: string; readonly bytes: Uint8Array; readonly asked: NetworkCase }

/** Messages to the worker that judges: a task, and what a run of Python gave. */
export type JudgeRequest = JudgeTask | { readonly type: 'ran'; readonly run: PythonRun }

/** Messages from it: a run of Python that it needs, and how judging ended. */
export type JudgeReply =
  | { readonly type: 'run'; readonly program: PythonProgram; readonly input: Json }
  | { readonly type: 'judged'; readonly outcome: ProgramOutcome }
  | { readonly type: 'failed'; readonly error: WireError }
