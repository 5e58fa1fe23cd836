import { PLUGIN_ID } from '../../plugin-id';

/** Row of Strapi's core store that holds the plan. */
export const PLAN_KEY = `plugin_${PLUGIN_ID}_write_plan`;
