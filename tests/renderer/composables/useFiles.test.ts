import { expect, it, vi } from 'vitest'
import { ref, shallowRef } from 'vue'
import { LabError } from '#core'
import { createConfirm } from '../../../src/renderer/composables/useConfirm'
import { createFiles } from '../../../src/renderer/composables/useFiles'
import type { Lab } from '../../../src/renderer/composables/useLab'
import { createProblems } from '../../../src/renderer/composables/useProblems'
import { createSettings } from '../../../src/renderer/composables/useSettings'
import { createToasts } from '../../../src/renderer/composables/useToasts'
import { fakeBridge } from '../support/fake-bridge'
import { labState } from '../support/lab-state'

it('what kept a file from being saved is told until the next one is', async () => {
  const ask = vi.fn().mockRejectedValueOnce(new LabError('file.disk-full', { path: 'p' })).mockResolvedValue({ path: 'p' })
  const lab = { connection: ref('ready'), state: shallowRef(labState()), retracingTo: ref(null), ask } as unknown as Lab
  const problems = createProblems()
  const files = createFiles({
    lab,
    bridge: fakeBridge({ chooseSave: { grant: 'g', name: 'n' } }).client,
    settings: createSettings({ lab, confirm: createConfirm(), problems }),
    problems,
    toasts: createToasts({ lifetime: 0 })
  })
  await files.exportHistory()
  expect(problems.current.value?.code).toBe('file.disk-full')
  await files.exportHistory()
  expect(problems.current.value).toBeNull()
})
