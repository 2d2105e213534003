// The scripts of our own pages, and the model lint. Left out: the plug-ins of Camunda's task list under
// META-INF/resources/webjars, which lean on that application's inner parts and go with it.
import js from "@eslint/js";
import globals from "globals";

const strict = {
  "eqeqeq": "error",
  "no-implicit-globals": "error",
  "no-shadow": "error",
  "no-var": "error",
  "prefer-const": "error",
  "no-eval": "error",
  "no-implied-eval": "error",
};

export default [
  { ...js.configs.recommended, files: ["src/main/resources/static/**/*.js", "src/web/**/*.{js,mjs}"] },
  {
    files: ["src/main/resources/static/**/*.js"],
    languageOptions: { sourceType: "script", ecmaVersion: 2022, globals: { ...globals.browser } },
    rules: strict,
  },
  {
    files: ["src/web/**/*.js"],
    languageOptions: { sourceType: "commonjs", ecmaVersion: 2023, globals: { ...globals.node } },
    rules: strict,
  },
  { files: ["src/web/**/*.mjs"], languageOptions: { sourceType: "module", globals: { ...globals.node } }, rules: strict },
];
