import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import { defineConfig } from 'eslint/config'
import globals from 'globals'
import ts from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

const TESTED_ALWAYS = 'A test that is switched off proves nothing, and one that runs alone hides the others.'
const SKIPPED_WITH_REASON = 'Use describeIf or itIf of tests/support/conditions.ts, which note the reason that a test run prints.'
const AS_LONG_AS_IT_TAKES = 'Use eventually of tests/support: a second is not enough on a busy machine.'
const noSwitchedOffTests = [
  { selector: 'MemberExpression[object.name=/^(describe|it|test|suite)$/][property.name=/^(only|skip|todo)$/]', message: TESTED_ALWAYS },
  {
    selector: 'MemberExpression[object.object.name=/^(describe|it|test|suite)$/][property.name=/^(only|skip|todo)$/]',
    message: TESTED_ALWAYS
  },
  { selector: 'MemberExpression[property.name=/^(runIf|skipIf)$/]', message: SKIPPED_WITH_REASON },
  { selector: "Property[key.name='retry']", message: 'A test that fails once is a fault until it is explained.' },
  { selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]', message: TESTED_ALWAYS }
]

/** Names that the bundles of the app declare in every file for the sake of CommonJS. */
const noShimNames = [
  {
    selector:
      'FunctionDeclaration[id.name=/^(require|__filename|__dirname)$/], VariableDeclarator[id.name=/^(require|__filename|__dirname)$/]',
    message: 'The bundle declares this name itself; twice declared, it does not start.'
  }
]

const onlyWindows = [
  {
    selector: "NewExpression[callee.name='BrowserWindow'], NewExpression[callee.property.name='BrowserWindow']",
    message: 'Windows are made by createSecureWindow in src/main/windows.ts only: one place decides what a page may do.'
  }
]
const onlyIpc = [
  {
    selector: "Identifier[name='ipcMain']",
    message: 'Channels go through handle() in src/main/ipc.ts only: it checks the sender and the arguments.'
  }
]

const SAME_BITS =
  'its last bits differ between machines and versions of the JavaScript engine. The same seed must give the same bytes everywhere, so src/core has its own.'
const inexactMath = [
  'exp',
  'expm1',
  'log',
  'log1p',
  'log2',
  'log10',
  'pow',
  'cbrt',
  'hypot',
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
  'atan2',
  'sinh',
  'cosh',
  'tanh',
  'asinh',
  'acosh',
  'atanh'
].map((property) => ({ object: 'Math', property, message: `Not Math.${property}: ${SAME_BITS}` }))
const shortWaits = [
  { object: 'vi', property: 'waitFor', message: AS_LONG_AS_IT_TAKES },
  { object: 'expect', property: 'poll', message: AS_LONG_AS_IT_TAKES }
]
const seededOnly = {
  object: 'Math',
  property: 'random',
  message: 'Not Math.random: chance comes from the seeded generator that is handed in, or no run could be repeated.'
}
const noPower = [
  {
    selector: "BinaryExpression[operator='**'], AssignmentExpression[operator='**=']",
    message: `Not **: ${SAME_BITS} Write small powers as products.`
  }
]

export default defineConfig(
  {
    ignores: [
      'node_modules/',
      'out/',
      'release/',
      '.cache/',
      'coverage/',
      'runs/',
      'test-results/',
      'screenshots/',
      'bench/node_modules/',
      'src/core/machines/wasm/assembly/'
    ]
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...ts.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    rules: {
      eqeqeq: ['error', 'always'],
      'no-console': 'off',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      // A name with a leading underscore says that it is there to be left out.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }]
    }
  },
  {
    files: ['**/*.{ts,vue}', 'scripts/**'],
    // The compiler checks these and knows every name.
    rules: { 'no-undef': 'off' }
  },
  {
    files: ['scripts/**', 'bin/**', 'tests/**', 'bench/**', 'src/main/**', 'src/cli/**', '*.config.*'],
    languageOptions: { globals: globals.node }
  },
  {
    files: ['src/renderer/**', 'tests/renderer/**'],
    languageOptions: { globals: globals.browser }
  },
  {
    files: ['**/*.vue'],
    languageOptions: { parser: vueParser, parserOptions: { parser: ts.parser, sourceType: 'module' } },
    rules: {
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/define-emits-declaration': ['error', 'type-based'],
      'vue/enforce-style-attribute': ['error', { allow: ['scoped'] }],
      'vue/no-v-html': 'error',
      // Every text a user reads lives in the message catalogues.
      'vue/no-bare-strings-in-template': 'error',
      // With types, an optional prop without a default is undefined, and says so.
      'vue/require-default-prop': 'off',
      // How a template is laid out on the page is left to its author.
      'vue/attributes-order': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      'vue/html-self-closing': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/singleline-html-element-content-newline': 'off'
    }
  },
  { files: ['src/**'], rules: { 'no-restricted-syntax': ['error', ...noShimNames, ...onlyWindows, ...onlyIpc] } },
  { files: ['src/main/windows.ts'], rules: { 'no-restricted-syntax': ['error', ...noShimNames, ...onlyIpc] } },
  { files: ['src/main/ipc.ts'], rules: { 'no-restricted-syntax': ['error', ...noShimNames, ...onlyWindows] } },
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-properties': ['error', ...inexactMath, seededOnly],
      'no-restricted-syntax': ['error', ...noShimNames, ...noPower],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(vue|electron|node:|#shared/)|^(fs|path|os|crypto|worker_threads|buffer|url|util)(/|$)',
              message: 'src/core is pure: it runs in any JavaScript host and imports nothing but itself.'
            }
          ]
        }
      ]
    }
  },
  { files: ['tests/**'], rules: { 'no-restricted-syntax': ['error', ...noSwitchedOffTests] } },
  {
    files: ['tests/**'],
    ignores: ['tests/e2e/**', 'tests/support/eventually.ts'],
    rules: { 'no-restricted-properties': ['error', ...shortWaits] }
  }
)
