# An allocator from generated stubs alone, 150 lines of code without blanks and comments: strict priority of roles, whole agents. Usage: priority_allocator.py HOST:PORT [ROLE=PRIORITY ...]
# It proposes plain scalars and leaves what it does not know of to the master's refusals: filters, quota, capabilities, constraints.

import collections, contextlib, grpc, heapq, queue, sys, threading, time
from concurrent import futures
from parley.allocator.v1 import allocator_service_pb2 as service, allocator_service_pb2_grpc as stubs
from parley.allocator.v1 import allocator_session_pb2 as told
from parley.types.v1.resources_pb2 import Resource

AGENTS_PER_TURN, PINGS_MISSED_MAX = 25, 5  # after a turn the stream is looked at, so that no ping waits for long
ENTITIES = {"role", "agent", "framework", "allocation", "filter"}
PRIORITIES = {role: int(number) for role, number in (part.split("=") for part in sys.argv[2:])}
Place = collections.namedtuple("Place", "framework_id role agent_id")


def plain(*lists):
    """Thousandths by name, of what everybody may be offered."""
    amounts = collections.Counter()
    for resource in (each for resources in lists for each in resources):
        if not (resource.reservations or resource.revocable or resource.shared):
            amounts[resource.name] += resource.milli
    return amounts


class Session:
    """All that one master told, and what was proposed to it. Forgotten as a whole."""

    def __init__(self, first, inbox, end):
        self.epoch, self.link, self.inbox, self.end, self.replaced = first.epoch, first.link_number, inbox, end, False
        self.heard = self.said = self.entities = self.credits = self.last_proposal = 0
        self.begun, self.live, self.silence, self.answers, self.agents, self.frameworks = False, False, None, [], {}, {}
        self.held, self.open = collections.defaultdict(dict), {}  # amounts by agent and place; place and amounts by proposal
        self.served = collections.Counter()  # proposals by framework and role: within a priority fewer come first
        self.pauses, self.ends = {}, []  # when a refused place may be proposed again, by place and as a heap
        self.dirty = {}  # agents that are to be looked at, in the order in which they changed

    # region hear
    def take(self, request):
        self.heard += 1
        if (request.sequence, request.epoch, request.link_number) != (self.heard, self.epoch, self.link):
            self.end(grpc.StatusCode.INVALID_ARGUMENT, "a batch is missing, or is not of this session")
        for item in request.items:
            kind = item.WhichOneof("item")  # None for a kind that is newer than the stubs
            if kind is not None and kind != "begin" and not self.begun:
                self.end(grpc.StatusCode.INVALID_ARGUMENT, f"{kind} came before begin")
            self.entities += kind in ENTITIES
            getattr(self, f"on_{kind}", bool)(kind and getattr(item, kind))  # what has no method is ignored

    def on_begin(self, begin):
        self.begun, self.silence = True, PINGS_MISSED_MAX * begin.ping_ms / 1000
        self.answers.append({"ready": told.Ready(name="priority_allocator.py", policy="strict-priority")})

    def on_ping(self, ping):
        self.answers.append({"pong": told.Pong(ping=ping.ping)})

    def on_end(self, end):
        if end.count != self.entities:
            self.end(grpc.StatusCode.INVALID_ARGUMENT, f"{end.count} entities were announced, {self.entities} came")
        self.live = True

    def on_credits(self, credits):
        self.credits += credits.credits

    def on_agent(self, agent):
        offerable = agent.standing == told.AGENT_STANDING_OFFERABLE
        self.agents[agent.agent_id] = plain(agent.total) if offerable else collections.Counter()
        self.touch(lambda place: place.agent_id == agent.agent_id, [agent.agent_id])

    def on_agent_removed(self, agent):
        self.agents.pop(agent.agent_id, None)
        self.held.pop(agent.agent_id, None)

    def on_framework(self, framework):
        wanted = (role for role in framework.roles if framework.active and not role.suppressed)
        self.frameworks[framework.framework_id] = [role.role for role in wanted]
        self.touch(lambda place: place.framework_id == framework.framework_id, self.agents)

    def on_framework_removed(self, framework):
        self.frameworks.pop(framework.framework_id, None)
        for agent_id, held in self.held.items():
            self.held[agent_id] = {place: held[place] for place in held if place.framework_id != framework.framework_id}
        self.touch(lambda place: place.framework_id == framework.framework_id, self.agents)

    def on_allocation(self, allocation):
        place = Place(allocation.framework_id, allocation.role, allocation.agent_id)
        self.held[place.agent_id][place] = plain(allocation.allocated, allocation.offered)
        self.touch(lambda other: other.agent_id == place.agent_id, [place.agent_id])

    def on_offered(self, offered):
        self.open.pop(offered.proposal_id, None)

    def on_refused(self, refused):
        place = self.open.pop(refused.proposal_id)[0]
        self.pauses[place] = time.monotonic() + refused.retry_after_ms / 1000
        heapq.heappush(self.ends, (self.pauses[place], place.agent_id))
        self.dirty[place.agent_id] = None

    def touch(self, ends_pause, agent_ids):
        self.pauses = {place: end for place, end in self.pauses.items() if not ends_pause(place)}
        self.dirty.update(dict.fromkeys(agent_ids))
    # endregion

    # region decide
    def decide(self):
        while self.ends and self.ends[0][0] <= time.monotonic():
            self.dirty[heapq.heappop(self.ends)[1]] = None
        for agent_id in list(self.dirty)[: min(AGENTS_PER_TURN, self.credits) if self.live else 0]:
            del self.dirty[agent_id]
            left = collections.Counter(self.agents.get(agent_id))
            open_here = (amounts for place, amounts in self.open.values() if place.agent_id == agent_id)
            for amounts in (*self.held[agent_id].values(), *open_here):
                left.subtract(amounts)
            place = self.next_for(agent_id) if +left else None  # plus leaves out what is not more than 0
            if place is not None:
                yield {"proposal": self.propose(place, +left)}

    def next_for(self, agent_id):
        places = (Place(framework, role, agent_id) for framework, roles in self.frameworks.items() for role in roles)
        rank = lambda place: (-PRIORITIES.get(place.role, 0), self.served[place[:2]], place)
        may = [place for place in places if self.pauses.get(place, 0) <= time.monotonic()]
        return min(may, key=rank, default=None)

    def propose(self, place, amounts):
        self.last_proposal, self.credits = self.last_proposal + 1, self.credits - 1
        self.open[self.last_proposal] = (place, amounts)
        self.served[place[:2]] += 1
        listed = [Resource(name=name, milli=milli) for name, milli in amounts.items()]
        return told.Proposal(proposal_id=self.last_proposal, based_on=self.heard, resources=listed, **place._asdict())
    # endregion

    def run(self, request):
        while request is not None:
            if request:
                self.take(request)
            items, self.answers = [told.SessionResponseItem(**item) for item in (*self.answers, *self.decide())], []
            if items:
                self.said += 1
                yield service.SessionResponse(epoch=self.epoch, link_number=self.link, sequence=self.said, items=items)
            request = self.next_request()

    def next_request(self):
        """What the master said next, None at the end, or nothing when it is time to decide again."""
        busy = self.live and self.credits > 0 and self.dirty
        pause = max(0, self.ends[0][0] - time.monotonic()) if self.ends else self.silence
        try:
            request = self.inbox.get(timeout=0 if busy else pause)
        except queue.Empty:
            request = ()
            if not (busy or self.ends):
                self.end(grpc.StatusCode.UNAVAILABLE, "the master was silent for too long")
        if self.replaced:
            self.end(grpc.StatusCode.ABORTED, "a newer session of a master took over")
        return request


class Allocator(stubs.AllocatorServiceServicer):
    lock, highest, session = threading.Lock(), (), None

    def Session(self, requests, context):
        inbox = queue.SimpleQueue()
        threading.Thread(target=read, args=(requests, inbox), daemon=True).start()
        first = inbox.get()
        if first is not None:
            yield from self.begin(first, inbox, context.abort).run(first)

    def begin(self, first, inbox, end):
        stamp = (first.epoch.incarnation, first.epoch.revision, first.link_number)
        with self.lock:
            if stamp <= self.highest:
                end(grpc.StatusCode.FAILED_PRECONDITION, "a later session was here already; restart this allocator to serve another cluster")
            if self.session is not None:
                self.session.replaced = True
                self.session.inbox.put(())
            self.highest, self.session = stamp, Session(first, inbox, end)
            return self.session


def read(requests, inbox):
    with contextlib.suppress(Exception):  # a stream that breaks is an end like any other
        for request in requests:
            inbox.put(request)
    inbox.put(None)


server = grpc.server(futures.ThreadPoolExecutor(max_workers=64))
stubs.add_AllocatorServiceServicer_to_server(Allocator(), server)
print(f"listening on port {server.add_insecure_port(sys.argv[1])}", flush=True)
server.start()
server.wait_for_termination()
