// app/api/v1/apps/[...path]/route.js
import { makeHandler } from './usersHandler.js';

const handler = makeHandler(process.env);

// OPTIONS for pages of allowedOrigins.
export { handler as GET, handler as POST, handler as PATCH, handler as DELETE, handler as OPTIONS };
