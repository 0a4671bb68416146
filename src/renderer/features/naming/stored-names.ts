import type { Details, Scaling } from '#core'
import type { Texts } from '../../i18n/useText'

/** What the window calls the stored names among the details of a message; those of parameters and activations stay as they are. */
export function labelsOf({ tensor, scale }: Details, t: Texts['t']): Record<string, string> {
  return {
    // The loss is no tensor with a name.
    ...(tensor === 'loss' ? { tensor: t('charts.theLoss') } : {}),
    ...(scale === undefined ? {} : { scale: t(`settings.scalings.${scale as Scaling}`) })
  }
}
