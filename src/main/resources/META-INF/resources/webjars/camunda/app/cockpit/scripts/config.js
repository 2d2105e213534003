const { settings } = await import(`../../../lib/qibu/settings.js?${Date.now()}`);

export default await settings('cockpit', { name: '流程监控' }, { name: 'Cockpit' });
