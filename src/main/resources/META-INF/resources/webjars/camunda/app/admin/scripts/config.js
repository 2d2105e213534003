const { settings } = await import(`../../../lib/qibu/settings.js?${Date.now()}`);

export default await settings('admin', { name: '系统管理' }, { name: 'Admin' });
