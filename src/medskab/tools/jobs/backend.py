"""The task interface of Django, kept in our own table: no second server is needed."""

from dataclasses import dataclass
from typing import Any

from django.utils.module_loading import import_string
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task, TaskError, TaskResult, TaskResultStatus
from django_tasks.exceptions import TaskResultDoesNotExist
from django_tasks.utils import normalize_json

from medskab.common.clock import now

_STATUS = {
    "waiting": TaskResultStatus.READY,
    "running": TaskResultStatus.RUNNING,
    "done": TaskResultStatus.SUCCESSFUL,
    "failed": TaskResultStatus.FAILED,
    "cancelled": TaskResultStatus.FAILED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PatientTask(Task):
    """A task that says how often it may be tried: `@task(attempts=8)`."""

    attempts: int = 3


class DatabaseBackend(BaseTaskBackend):
    """Writes a job into the caller's transaction; a worker process takes it from there."""

    task_class = PatientTask
    supports_defer = True
    supports_get_result = True

    def enqueue(self, task: Task, args: Any, kwargs: Any) -> TaskResult:
        """The plain way in; `actions.start` also says what the job is about and who may follow it."""
        from .models import Job  # noqa: PLC0415  tasks are declared before the models are loaded

        self.validate_task(task)
        moment = now()
        job = Job.objects.create(
            task=task.module_path,
            arguments=normalize_json({"args": list(args), "kwargs": kwargs}),
            max_attempts=getattr(task, "attempts", PatientTask.attempts),
            run_after=task.run_after or moment,
            created_at=moment,
        )
        return self._result(job, task)

    def get_result(self, result_id: str) -> TaskResult:
        """How a job stands, by its reference."""
        from .models import Job  # noqa: PLC0415

        job = Job.objects.filter(ref=result_id).first()
        if job is None:
            raise TaskResultDoesNotExist(result_id)
        return self._result(job, import_string(job.task))

    def _result(self, job: Any, task: Task) -> TaskResult:
        result: TaskResult = TaskResult(
            task=task,
            id=job.ref,
            status=_STATUS[job.state],
            enqueued_at=job.created_at,
            started_at=job.started_at,
            finished_at=job.ended_at,
            last_attempted_at=job.started_at,
            args=job.arguments.get("args", []),
            kwargs=job.arguments.get("kwargs", {}),
            backend=self.alias,
            errors=_errors(job),
            worker_ids=[job.lease] * job.attempts,
        )
        object.__setattr__(result, "_return_value", job.result)
        return result


def _errors(job: Any) -> list[TaskError]:
    if not job.error_kind:
        return []
    return [TaskError(exception_class_path=job.error_kind, traceback=job.error_sentence)]
