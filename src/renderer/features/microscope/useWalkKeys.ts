import { ref, type Ref } from 'vue'
import { usePageKeys } from '../../keys/usePageKeys'
import { useText } from '../../i18n/useText'
import type { Microscope } from './useMicroscope'

/** The page's own shortcuts. `openTerms` shows all terms of the sum. Returns the digits typed so far of the number of a step. */
export function useWalkKeys({ navigation, play, cell }: Microscope, openTerms: () => void): Readonly<Ref<string>> {
  const { t } = useText()
  const typed = ref('')
  const { move, moveCell, jump, order, toggleParts } = navigation
  const done = (act: () => unknown) => () => {
    typed.value = ''
    act()
  }
  const both = (keys: readonly [string, string], label: () => string, act: (direction: 1 | -1) => unknown) => ({
    keys,
    label,
    repeats: true as const,
    run: (chord: string) => done(() => act(chord === keys[1] ? 1 : -1))()
  })
  usePageKeys([
    both(
      ['ArrowLeft', 'ArrowRight'],
      () => t('walk.keys.step'),
      (direction) => move(direction)
    ),
    both(
      ['Shift+ArrowLeft', 'Shift+ArrowRight'],
      () => t('walk.keys.cell'),
      (direction) => move(direction, 'cell')
    ),
    both(
      ['Mod+ArrowLeft', 'Mod+ArrowRight'],
      () => t('walk.keys.layer'),
      (direction) => move(direction, 'layer')
    ),
    both([',', '.'], () => t('walk.keys.within'), moveCell),
    {
      keys: ['Home', 'End'],
      label: () => t('walk.keys.ends'),
      run: (chord) => done(() => jump(chord === 'Home' ? 0 : order.value.length - 1))()
    },
    { keys: [' '], label: () => t('walk.keys.play'), run: done(play) },
    { keys: ['p'], label: () => t('walk.keys.parts'), run: done(() => toggleParts('step')) },
    { keys: ['P'], label: () => t('walk.keys.allParts'), run: done(() => toggleParts('all')) },
    {
      keys: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
      label: () => t('walk.keys.jump'),
      run: (chord) => (typed.value = `${typed.value}${chord}`.slice(-4))
    },
    {
      keys: ['Enter'],
      label: () => t('walk.keys.terms'),
      isEnabled: () => typed.value !== '' || Boolean(cell.value?.largest),
      run: () => {
        if (typed.value === '') return openTerms()
        jump(Number(typed.value) - 1)
        typed.value = ''
      }
    }
  ])
  return typed
}
