import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { readAnswerChain, type AnswerEvent } from '#core'
import type { UiLanguage } from '#shared/contract'
import { inEnglish, launchWindow, type AppWindow } from './app-window'

/** A lab's file, and the folder that it is handed in to. */
export interface LabPlace {
  readonly lab: string
  readonly handin: string
}

/** Starts a window with user data of its own on the page Labs. */
export function launchLabs(userDataDir: string, language: UiLanguage = 'en'): Promise<AppWindow> {
  mkdirSync(userDataDir, { recursive: true })
  return launchWindow({ userDataDir, preferences: { ...inEnglish, language, page: 'labs' } })
}

export async function openLab(window: AppWindow, { lab }: Pick<LabPlace, 'lab'>): Promise<void> {
  await window.answerOpenDialogs(lab)
  await window.click('lab-open')
  await window.waitFor('lab-start')
}

/** Opens a lab and begins it as a student does. */
export async function beginLab(window: AppWindow, place: LabPlace, id: string): Promise<void> {
  await openLab(window, place)
  await window.find('lab-number').fill(id)
  await window.answerOpenDialogs(place.handin)
  await window.click('lab-folder')
  await window.find('lab-start').getByText('handin', { exact: true }).waitFor()
  await window.click('lab-begin')
  await window.waitFor('lab-room')
}

export async function predict(window: AppWindow, section: string, text: string): Promise<void> {
  await window.click(`section-${section}`)
  await window.find('lab-prediction').fill(text)
  await window.click('lab-answer')
  await window.find('lab-predictions').getByText(text, { exact: true }).waitFor()
}

export async function writeProgram(window: AppWindow, program: string): Promise<void> {
  await window.click('section-c1')
  const content = window.find('labs-editor').locator('.cm-content')
  await window.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), program)
  await content.press('Control+a')
  await content.press('Control+v')
}

export async function checkProgram(window: AppWindow): Promise<void> {
  await window.click('lab-check')
  await window.find('lab-check').and(window.page.locator(':enabled')).waitFor({ timeout: 60_000 })
}

/** The sentence in which a program is judged. */
export const judgement = (window: AppWindow): Promise<string> => window.find('labs-sentence').innerText()

/** Gives a program as it stands. */
export async function giveProgram(window: AppWindow): Promise<void> {
  await window.click('lab-answer')
  await window.find('lab-answer').and(window.page.locator(':disabled')).waitFor()
}

/** Hands a lab in from its last section, and returns its receipt. */
export async function handIn(window: AppWindow): Promise<string> {
  await window.click('lab-finish')
  await window.click('lab-finish-yes')
  return window.find('lab-receipt').innerText()
}

/** The events in a student's file of answers, none of which is cut. */
export function eventsIn({ handin }: Pick<LabPlace, 'handin'>, lab: string, id: string): readonly AnswerEvent[] {
  const chain = readAnswerChain(readFileSync(join(handin, `${lab}_${id}.bpans`), 'utf8'))
  expect(chain?.rest).toBe('')
  return chain?.events ?? []
}
