import { answerValues, AppError, hintValue, ownSettings, settingsJson } from '#core'
import * as v from 'valibot'
import { writeAtomically } from '../../node/files/write-atomically'
import type { EngineHandlers, HandlerContext } from '../context/handler-context'
import type { LabDesk } from './lab-desk'
import { listLessons } from './lab-library'
import { runAnswer } from './run-answer'

/** The requests about lessons and labs. */
export function labCommands(context: HandlerContext, desk: LabDesk) {
  return {
    lessons: () => listLessons(desk.options.lessons),
    openLesson: ({ name }) => desk.openLesson(name),
    openLabFile: ({ grant }) => desk.openFile(context.pathOf(grant, 'read')),
    saveLabFile: async ({ grant }) => {
      const path = context.pathOf(grant, 'write')
      await writeAtomically(path, desk.opened().bytes)
      return { path }
    },
    beginLab: async ({ id, folder }) => (await desk.begin(id, folder === null ? null : context.pathOf(folder, 'write'))).state(),
    previewLab: async () => (await desk.begin(null, null)).state(),
    labAtWork: async () => (await desk.work()).state(),
    answerLab: async ({ section, kind, value }) => {
      const work = await desk.work()
      const { task } = work.openSection(section)
      const form: v.GenericSchema = kind === 'answer' && task ? answerValues[task.kind] : kind === 'hint' ? hintValue : answerValues.code
      if (!v.is(form, value))
        throw new AppError('request.invalid', { name: 'answerLab', problem: 'the answer has not the form of its task' })
      await work.add(kind, section, value)
      return work.state()
    },
    answerWithRun: async ({ section }) => {
      const work = await desk.work()
      work.openSection(section)
      const { data, chosen } = context.experiment
      const settings = settingsJson({ data: { origin: data.origin, name: data.name, sha256: data.sha256 }, settings: chosen })
      await work.add('answer', section, runAnswer(settings, context.requireRunner().trainer))
      return work.state()
    },
    openLabData: async () => {
      const { student } = await desk.work()
      const data = await desk.data(student.id)
      if (!data) throw new AppError('request.no-lab')
      return context.openData(data, ownSettings(desk.opened().lab, student.id, data.table))
    },
    finishLab: async () => (await desk.finish()).state(),
    leaveLab: async () => {
      await desk.leave()
      return null
    }
  } satisfies Partial<EngineHandlers>
}
