export default {
  register(app: { registerPlugin(plugin: { id: string; name: string }): void }) {
    app.registerPlugin({ id: 'archive', name: 'Archive' });
  },
  bootstrap() {},
};
