import { expect, it } from 'vitest'
import { jsonText, lessonCase, lessonCaseNames, readCases, readNetworkCase, writeNetworkCase, type NetworkCase } from '#core'

it.each(lessonCaseNames)('a case is read as it was written: %s', (name) => {
  const asked = lessonCase(name) as NetworkCase
  const [read] = readCases(jsonText([writeNetworkCase(asked)])).map((field) => readNetworkCase(field))
  const { bias = true } = asked.network
  expect(read).toEqual({ ...asked, network: { ...asked.network, bias } })
})
