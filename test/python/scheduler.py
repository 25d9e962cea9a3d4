# Runs commands one after another, from generated stubs alone. Usage: scheduler.py GATEWAY COMMAND...

import collections, grpc, json, queue, random, sys, time, uuid
from parley.scheduler.v1 import scheduler_calls_pb2 as calls, scheduler_events_pb2 as events
from parley.scheduler.v1 import scheduler_service_pb2 as service, scheduler_service_pb2_grpc as stubs
from parley.types.v1 import framework_pb2 as framework, resources_pb2 as resources, task_pb2 as tasks

NEEDS = {"cpus": 100, "mem": 16_000}  # in thousandths: a tenth of a core, 16 MiB
NOT_THERE = {"DROPPED", "GONE", "UNKNOWN"}  # it never began, or was lost with its node: to be launched again
ENDED = NOT_THERE | {"FINISHED", "FAILED", "KILLED", "ERROR", "LOST", "GONE_BY_OPERATOR"}
FOR_GOOD = {"SESSION_REPLACED", "FRAMEWORK_REMOVED", "INVALID", "MALFORMED"}
say = lambda **what: print(json.dumps(what), flush=True)


class Scheduler:
    def __init__(self, gateway, commands):
        self.gateway, self.framework_id, self.subscribe_id = gateway, "", str(uuid.uuid4())
        self.waiting, self.open = collections.deque(commands), {}  # commands; launched tasks by id, until they end

    # region connect
    def connect(self):
        self.outbox = queue.Queue()  # one for each stream: calls of an old stream mean nothing on a new one
        info = framework.FrameworkInfo(framework_id=self.framework_id, name="python", roles=["*"], failover_timeout_ms=60_000)
        self.send(subscribe=calls.Subscribe(framework_info=info, subscribe_id=self.subscribe_id))
        with grpc.insecure_channel(self.gateway, [("grpc.keepalive_time_ms", 20_000)]) as channel:
            for message in stubs.SchedulerServiceStub(channel).Connect(iter(self.outbox.get, None)):
                kind = message.WhichOneof("event")  # None for a kind of event that is newer than the stubs
                getattr(self, f"on_{kind}", bool)(kind and getattr(message, kind))  # what has no method is ignored

    def on_heartbeat(self, event):
        self.send(heartbeat=calls.Heartbeat())

    def send(self, **call):
        self.outbox.put(service.ConnectRequest(**call))
    # endregion

    # region offers
    def on_offers(self, event):
        for offer in event.offers:
            has = {resource.name: resource.milli for resource in offer.resources}
            if self.open or not self.waiting or any(has.get(name, 0) < milli for name, milli in NEEDS.items()):
                self.send(decline=calls.Decline(offer_ids=[offer.offer_id]))
                continue
            task = tasks.TaskInfo(task_id=str(uuid.uuid4()), agent_id=offer.agent_id)
            task.resources.extend(resources.Resource(name=name, milli=milli) for name, milli in NEEDS.items())
            task.command.shell, task.command.value = True, self.waiting.popleft()
            self.open[task.task_id] = task
            launch = calls.Operation(launch=calls.Launch(tasks=[task]))
            self.send(accept=calls.Accept(call_id=task.task_id, offer_ids=[offer.offer_id], operations=[launch]))
    # endregion

    # region statuses
    def on_status_updates(self, event):
        for status in event.statuses:
            state = tasks.TaskState.Name(status.state).removeprefix("TASK_STATE_")
            known = self.open.get(status.task_id, tasks.TaskInfo())
            say(task=status.task_id, command=known.command.value, state=state)
            if state in ENDED:
                self.forget(status.task_id, again=state in NOT_THERE)
            if status.uuid:  # once it was taken notice of, also when it is a repetition
                heard = calls.Acknowledgement(agent_id=status.agent_id, task_id=status.task_id, uuid=status.uuid)
                self.send(acknowledge=calls.Acknowledge(acknowledgements=[heard]))

    def forget(self, task_id, again):
        task = self.open.pop(task_id, None)
        if again and task is not None:
            self.waiting.appendleft(task.command.value)  # it gets a fresh task id
        self.go_on()
    # endregion

    # region doubt
    def on_subscribed(self, event):
        self.framework_id = event.framework_id  # kept on disk by a scheduler that may be restarted
        self.go_on(doubt=True)

    def on_call_result(self, event):
        if event.WhichOneof("outcome") == "problem":
            self.forget(event.call_id, again=True)  # the launch had no effect
        self.go_on(doubt=event.WhichOneof("outcome") == "outcome_unknown")

    def on_reconcile_end(self, event):
        self.go_on(doubt=event.call_id == "")  # a new leader told all it knows: ask about what it did not mention

    def go_on(self, doubt=False):
        if self.open and doubt:
            named = [calls.ReconcileTask(task_id=task.task_id, agent_id=task.agent_id) for task in self.open.values()]
            self.send(reconcile=calls.Reconcile(call_id=str(uuid.uuid4()), tasks=named))
        elif self.waiting and not self.open:
            self.send(revive=calls.Revive())
        elif not self.open:
            self.send(teardown=calls.Teardown())
    # endregion

    # region end
    def on_stream_error(self, event):
        reason = events.StreamErrorReason.Name(event.reason).removeprefix("STREAM_ERROR_REASON_")
        if reason in FOR_GOOD:
            sys.exit(f"{reason}: {event.message}" if self.open or self.waiting else 0)


scheduler = Scheduler(sys.argv[1], sys.argv[2:])
while True:
    try:
        scheduler.connect()
    except grpc.RpcError as error:
        say(lost=error.details())
    time.sleep(random.uniform(0.2, 2))  # a framework of many schedulers backs off further
# endregion
