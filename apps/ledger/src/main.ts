import 'reflect-metadata';
import { program } from './program.js';

try {
  await program().parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
