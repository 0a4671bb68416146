/** Installed with `npm ci --prefix bench` only; the check of types does not need them. */
declare module '@tensorflow/tfjs'
declare module '@tensorflow/tfjs-backend-wasm'
declare module 'papaparse'
declare module 'csv-parse'
declare module '@duckdb/node-api'
