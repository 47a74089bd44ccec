import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { isUnreached } from './answer-error.ts';
import { router } from './router.ts';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // The server is on this machine or in this house: being offline is not what stops a question.
      networkMode: 'always',
      staleTime: 15_000,
      retry: (count, error) => isUnreached(error) && count < 1,
      retryDelay: 400,
      refetchOnWindowFocus: true,
    },
    mutations: { networkMode: 'always' },
  },
});

export function App() {
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
