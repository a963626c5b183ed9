import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const API = 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { proxy: { '/v1': API, '/health': API } },
  build: { outDir: '../../dist/dashboard', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 900 },
});
