import type { CodeTask, Json, MarkPart, NetworkCase, ProgramOutcome, PythonProgram, PythonRun, WireError } from '#core'

/** A judgement, with the stages of the task of a lab that a program is for. */
export type JudgedOutcome = ProgramOutcome & { readonly stages?: readonly MarkPart[] }

/** A thing to be judged on a case: a program, or the gradients in a file. */
export type JudgeTask =
  | { readonly type: 'program'; readonly source: string; readonly asked: NetworkCase; readonly task?: CodeTask }
  | { readonly type: 'numbers'; readonly name: string; readonly bytes: Uint8Array; readonly asked: NetworkCase }

/** Messages to the worker that judges: a task, and what a run of Python gave. */
export type JudgeRequest = JudgeTask | { readonly type: 'ran'; readonly run: PythonRun }

/** Messages from it: a run of Python that it needs, and how judging ended. */
export type JudgeReply =
  | { readonly type: 'run'; readonly program: PythonProgram; readonly input: Json }
  | { readonly type: 'judged'; readonly outcome: JudgedOutcome }
  | { readonly type: 'failed'; readonly error: WireError }
