/** The plugin's name in addresses, translations and rights. */
export const PLUGIN_ID = 'archive';
