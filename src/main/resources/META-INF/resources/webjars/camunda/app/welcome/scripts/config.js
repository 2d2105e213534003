const { settings } = await import(`../../../lib/qibu/settings.js?${Date.now()}`);

const pages = `${document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '')}/staff`;

export default await settings('welcome', {
  name: '个人中心',
  links: [{ label: '事项', href: `${pages}/matters`, description: '查看每件事项走到哪一步、由谁办理' }],
}, {
  name: 'Welcome',
  links: [{ label: 'Matters', href: `${pages}/matters`, description: 'See where each matter stands and who works on it' }],
});
