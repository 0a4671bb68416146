/** Stands for the modules of Node that reach the machine: there is none in here. */
export default {}
