/** For the content API alone: clients such as OpenRefine are no administrators. */
export const reconciliationRoutes = [
  { method: 'GET', path: '/reconcile', handler: 'reconciliation.answer', config: {} },
  { method: 'POST', path: '/reconcile', handler: 'reconciliation.answer', config: {} },
  { method: 'GET', path: '/reconcile/:part', handler: 'reconciliation.answer', config: {} },
];
