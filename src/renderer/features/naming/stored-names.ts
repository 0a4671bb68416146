import type { Details, Scaling } from '#core'
import type { Texts } from '../../i18n/useText'

/** Returns labels for the stored names among the details of a message; names of parameters and activations are kept. */
export function labelsOf({ tensor, scale }: Details, t: Texts['t']): Record<string, string> {
  return {
    // The loss is no tensor with a name.
    ...(tensor === 'loss' ? { tensor: t('charts.theLoss') } : {}),
    ...(scale === undefined ? {} : { scale: t(`settings.scalings.${scale as Scaling}`) })
  }
}
