import './tokens.css';
import './app/mantine.css';
import './app/global.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Refusal } from './api/problem';
import { router } from './app/router';
import { cssVariables, theme } from './app/theme';

const cache = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal is an answer; only a server that could not be reached is asked again.
      retry: (failures, cause) => failures < 1 && !(cause instanceof Refusal && cause.problem.status !== 0),
    },
  },
});

const place = document.getElementById('root');
if (!place) throw new Error('the page has no element #root');
createRoot(place).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={cache}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
