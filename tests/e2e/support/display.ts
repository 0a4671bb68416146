/**
 * Gives each of the workers that run test files side by side a virtual display of its own, so that no window lies over another's or takes
 * its focus. `TEST_DISPLAYS` names them; without it there is one display for all.
 */
const displays = process.env.TEST_DISPLAYS?.split(' ') ?? []
if (displays.length > 0) process.env.DISPLAY = displays[(Number(process.env.VITEST_POOL_ID) - 1) % displays.length]
