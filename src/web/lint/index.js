const rules = [
  'business-key',
  'id-pattern',
  'labelled-ways',
  'no-code',
  'no-variables-all',
  'time-to-live',
  'user-task'
];

module.exports = {
  configs: {
    recommended: {
      rules: Object.fromEntries(rules.map(rule => [ `qibu/${rule}`, 'error' ]))
    }
  }
};
