/** Runs a job inside a span; without an endpoint, just runs it. */
export type Trace = <T>(name: string, work: () => Promise<T>) => Promise<T>;

const untraced: Trace = (_name, work) => work();

/**
 * Spans of what the worker does, to the OpenTelemetry collector that `OTEL_EXPORTER_OTLP_ENDPOINT` names: job, length,
 * success. Without it nothing is loaded and nothing is sent. A span holds no ids and no words of anybody.
 */
export async function startTracing(
  endpoint: string | undefined,
): Promise<{ trace: Trace; stop: () => Promise<void> }> {
  if (!endpoint) return { trace: untraced, stop: async () => {} };
  const [{ BasicTracerProvider, BatchSpanProcessor }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import("@opentelemetry/sdk-trace-base"),
      import("@opentelemetry/exporter-trace-otlp-http"),
      import("@opentelemetry/resources"),
    ]);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, "")}/v1/traces` });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ "service.name": "mesocycle-worker" }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  const tracer = provider.getTracer("mesocycle");
  const trace: Trace = async (name, work) => {
    const span = tracer.startSpan(name);
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: 2 });
      throw error;
    } finally {
      span.end();
    }
  };
  return { trace, stop: () => provider.shutdown() };
}
