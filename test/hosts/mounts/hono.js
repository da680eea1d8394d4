import { Hono } from 'hono';
import { makeHandler } from './usersHandler.js';

const handler = makeHandler(process.env);

export const app = new Hono();
app.all('/api/v1/apps/*', (c) => handler(c.req.raw));
