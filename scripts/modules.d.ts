/** The scripts are plain JavaScript; scripts/tsconfig.json checks them by their JSDoc. TypeScript that imports one sees untyped values. */
declare module '*.mjs'
