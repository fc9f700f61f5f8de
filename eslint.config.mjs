import tseslint from 'typescript-eslint';

/** What is there without being imported: in Node by its own word, in a browser what our pages use. */
const inNode = Object.getOwnPropertyNames(globalThis);
const inPages = ['document', 'EventSource', 'setTimeout', 'URL', 'window'];
const ofBrowsers = 'libs/pages/src/assets/*.mjs';
const readOnly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

export default tseslint.config(
  { ignores: ['dist/**', 'data/**', 'coverage/**'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: false },
      ],
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-console': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['apps/cli/**', 'bench/**', 'test/**'], rules: { 'no-console': 'off' } },
  {
    // What runs as it is written: no compiler finds a name that is not there, or a line that is never reached.
    files: ['**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
    rules: {
      ...tseslint.configs.disableTypeChecked.rules,
      'no-console': 'off',
      'no-const-assign': 'error',
      'no-dupe-keys': 'error',
      'no-func-assign': 'error',
      'no-undef': 'error',
      'no-unreachable': 'error',
      'no-var': 'error',
    },
  },
  { files: ['**/*.mjs'], ignores: [ofBrowsers], languageOptions: { globals: readOnly(inNode) } },
  { files: [ofBrowsers], languageOptions: { globals: readOnly(inPages) } },
);
