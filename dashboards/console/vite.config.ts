import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Where `npm run dev` finds the REST interface: the mock server unless told otherwise.
const backend = process.env.ZHIDUN_SERVICE ?? 'http://127.0.0.1:8099';

export default defineConfig({
  plugins: [react()],
  build: {
    // The jar's static resources: the service serves what lies under META-INF/resources.
    outDir: 'target/classes/META-INF/resources',
    emptyOutDir: true,
    sourcemap: false,
    // antd and echarts are each one big library; splitting them further would only add requests.
    chunkSizeWarningLimit: 1500,
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': backend, '/actuator': backend },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}'],
  },
});
