package io.zhidun.service.backup;

import io.zhidun.backup.run.Backups;
import io.zhidun.backup.run.SourceSpec;
import io.zhidun.service.backup.Jobs.Order;
import io.zhidun.service.web.Page;
import io.zhidun.service.web.Problems;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Jobs: asked for by engineers, watched by all. */
@RestController
@RequestMapping("/api/v1/backups")
class BackupJobEndpoint {
  private static final int SHOWN = 100;

  private final Installation installation;
  private final Jobs jobs;
  private final JobRepository repository;

  BackupJobEndpoint(Installation installation, Jobs jobs, JobRepository repository) {
    this.installation = installation;
    this.jobs = jobs;
    this.repository = repository;
  }

  @GetMapping("/jobs")
  Page<JobView> list() {
    List<JobView> all = repository.newest(SHOWN).stream().map(this::view).toList();
    return new Page<>(all, null, all.size());
  }

  @GetMapping("/jobs/{id}")
  JobView one(@PathVariable String id) {
    return repository
        .find(id)
        .map(this::view)
        .orElseThrow(() -> Problems.notFound("no job of backups has the id " + id));
  }

  private JobView view(Job job) {
    return new JobView(job, jobs.progress(job.id()));
  }

  @PostMapping("/{system}/{source}/run")
  @ResponseStatus(HttpStatus.ACCEPTED)
  JobView run(@PathVariable String system, @PathVariable String source, Principal who) {
    SourceSpec spec = BackupSources.find(installation, system, source);
    open();
    return view(jobs.ask(new Order(JobKind.RUN, spec, null, null), who.getName()));
  }

  @PostMapping("/{system}/{source}/verify")
  @ResponseStatus(HttpStatus.ACCEPTED)
  JobView verify(
      @PathVariable String system,
      @PathVariable String source,
      @RequestParam(required = false) @Nullable String backup,
      @RequestParam(required = false) @Nullable String target,
      Principal who) {
    SourceSpec spec = BackupSources.find(installation, system, source);
    if (target != null && !spec.targets().contains(target)) {
      throw Problems.notFound(spec.title() + " is not backed up to a target of that name");
    }
    requireBackup(spec, backup);
    return view(jobs.ask(new Order(JobKind.VERIFY, spec, backup, target), who.getName()));
  }

  @PostMapping("/{system}/{source}/drill")
  @ResponseStatus(HttpStatus.ACCEPTED)
  JobView drill(
      @PathVariable String system,
      @PathVariable String source,
      @RequestParam(required = false) @Nullable String backup,
      Principal who) {
    SourceSpec spec = BackupSources.find(installation, system, source);
    requireBackup(spec, backup);
    return view(jobs.ask(new Order(JobKind.DRILL, spec, backup, null), who.getName()));
  }

  private Backups open() {
    try {
      return installation.open();
    } catch (IOException e) {
      throw BackupSources.away(e);
    }
  }

  private void requireBackup(SourceSpec source, @Nullable String backup) {
    List<String> ids;
    try {
      ids = open().first(source).list(source.system(), source.name());
    } catch (IOException e) {
      throw BackupSources.away(e);
    }
    if (ids.isEmpty()) {
      throw Problems.of(
          HttpStatus.CONFLICT, "nothing-backed-up", source.title() + " has no backup");
    }
    if (backup != null && !ids.contains(backup)) {
      throw Problems.notFound(source.title() + " has no backup of that id");
    }
  }
}
