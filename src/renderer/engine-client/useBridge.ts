import { sharedState } from '../ui/shared-state'
import type { BridgeClient } from './bridge-client'

export const bridgeState = sharedState<BridgeClient>('Bridge')

/** The bridge of preload, for what is made when its page is opened. */
export const useBridge = bridgeState.use
