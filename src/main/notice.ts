import type { RunEnded, UiLanguage } from '#shared/contract'

/** Returns the system notification for a long run that has ended while another window has the focus. */
export function noticeOf(language: UiLanguage, { status, epochs, seconds }: RunEnded): { title: string; body: string } {
  const minutes = Math.floor(seconds / 60)
  const rest = Math.round(seconds % 60)
  if (language === 'zh-CN') {
    const time = minutes > 0 ? `${minutes} 分 ${rest} 秒` : `${rest} 秒`
    return { title: status === 'finished' ? '训练完成' : '训练失败', body: `${epochs} 轮，用时 ${time}` }
  }
  const time = minutes > 0 ? `${minutes} min ${rest} s` : `${rest} s`
  return { title: status === 'finished' ? 'Training has finished' : 'Training has failed', body: `${epochs} epochs in ${time}` }
}
