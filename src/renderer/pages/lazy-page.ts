import { defineAsyncComponent, type Component } from 'vue'
import PageFailed from './PageFailed.vue'
import PageLoading from './PageLoading.vue'

/** Before this many milliseconds, nothing says that a page is loading: a flash would only irritate. */
const DELAY = 150

/** A page that is loaded with its libraries when it is first opened. */
export function lazyPage(loader: () => Promise<Component>): Component {
  return defineAsyncComponent({ loader, loadingComponent: PageLoading, errorComponent: PageFailed, delay: DELAY })
}
