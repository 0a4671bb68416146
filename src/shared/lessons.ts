/** The lessons in data/lessons/ in their order, by the names of their files. */
export const lessonNames = [
  'lesson-1-graphs',
  'lesson-2-dense-layers',
  'lesson-3-cross-entropy',
  'lesson-4-softmax',
  'lesson-5-many-layers',
  'lesson-6-second-order'
] as const

export type LessonName = (typeof lessonNames)[number]
