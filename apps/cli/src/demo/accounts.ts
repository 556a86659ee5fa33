/** Password of every demo account. Demo accounts exist on the embedded database only. */
export const demoPassword = 'luban-demo-2026';

/** The demo's administrator: the first account of a fresh embedded database. */
export const demoAdministrator = { login: 'admin', password: demoPassword };
