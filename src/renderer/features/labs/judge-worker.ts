import { judgeGradients, judgeProgram, markCode, problemOf, readAnswerFile, runProgram, toWire, type PythonRun } from '#core'
import type { JudgedOutcome, JudgeReply, JudgeRequest, JudgeTask } from './judge-protocol'

/** Judging apart from the page, which would stand still meanwhile; the programs are run by the page's Python. */
const host = globalThis as unknown as {
  onmessage: (event: { data: JudgeRequest }) => void
  postMessage(reply: JudgeReply): void
}

let resolveRun: (run: PythonRun) => void = () => undefined

const python = {
  start: () => Promise.resolve(),
  run: (program, input) =>
    new Promise((resolve) => {
      resolveRun = resolve
      host.postMessage({ type: 'run', program, input })
    }),
  kill: () => undefined
} satisfies Parameters<typeof judgeProgram>[0]

async function judge(task: JudgeTask): Promise<JudgedOutcome> {
  const problem = problemOf(task.asked)
  if (task.type === 'program' && task.task) {
    const run = await runProgram(python, task.source, task.task, problem, 0)
    return 'failure' in run ? run.failure : { ...run.judgement, stages: markCode({ id: '' }, task.task, run).parts }
  }
  if (task.type === 'program') return judgeProgram(python, task.source, problem, () => undefined)
  const [answer] = readAnswerFile(task.name, task.bytes, [task.asked])
  return judgeGradients(problem, answer)
}

host.onmessage = ({ data }) => {
  if (data.type === 'ran') return resolveRun(data.run)
  judge(data).then(
    (outcome) => host.postMessage({ type: 'judged', outcome }),
    (error: unknown) => host.postMessage({ type: 'failed', error: toWire(error) })
  )
}
