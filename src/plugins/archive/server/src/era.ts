import { factories } from '@strapi/strapi';

import { ERA } from './plugin-id';

/** Eras are served for reading: `GET /api/archive/eras` and `/api/archive/eras/:id`. People write them in the admin. */
export const eraController = factories.createCoreController(ERA);
export const eraService = factories.createCoreService(ERA);

export const eraRoutes = [
  { method: 'GET', path: '/eras', handler: 'era.find', config: {} },
  { method: 'GET', path: '/eras/:id', handler: 'era.findOne', config: {} },
];
