/** Operations that are not sent and read like others, each with the reason. */
export const LEFT_OUT: Record<string, string> = {
  streamRequests: 'its answer does not end; what it holds is told by the list of requests as well',
}
