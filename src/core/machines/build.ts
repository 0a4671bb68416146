/**
 * The name of the engine's arithmetic in saved runs: the same name and the same seeds mean the same bits, whatever machine, tier and
 * processor computed them. Earlier versions wrote `kernels-strict`, `kernels-fused` and `plain`, each with bits of its own.
 */
export const engineBuild = 'fused-1'

/** Named beside it where steps of a run were taken in the microscope: on rows chosen there, they do not follow from its settings. */
export const takenStepsBuild = 'plain'
