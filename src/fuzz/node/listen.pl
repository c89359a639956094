# Opens ports in the network namespaces of a node and serves them until it is started again or half an hour is over:
# a TCP connection is accepted and closed, a UDP datagram is sent back. linux.pl comes before it.
#
# Reads after itself, tab-separated: VERB NAMESPACE PROTOCOL PORT; NAMESPACE is a file, "-" the node's own; VERB is
#   open  open the port
#   wait  wait for somebody else to open it (tcp only)
# Ends when all are open; a child serves them.
my $NAME   = 'docker-network-lab-listen';
my $RECORD = '/run/docker-network-lab/listen.pid';
my $LIFE   = 1800;
my $WAIT   = 10;

sub any_address { my ($port) = @_; return pack 'S n x12', 2, $port }
sub own_address { my ($port) = @_; return pack 'S n C4 x8', 2, $port, 127, 0, 0, 1 }

# The one before holds the ports, and the namespaces of containers that are gone.
sub end_other {
    my ($pid) = slurp($RECORD) =~ /^(\d+)$/m or return;
    unlink $RECORD;
    return if slurp("/proc/$pid/cmdline") !~ /^\Q$NAME\E/;
    kill 'KILL', $pid;
    for ( 1 .. 200 ) {
        last if slurp("/proc/$pid/cmdline") eq '';
        select undef, undef, undef, 0.01;
    }
    return;
}

sub open_port {
    my ( $protocol, $port ) = @_;
    socket my $fd, 2, ( $protocol eq 'udp' ? 2 : 1 ) | 2048, 0 or die "socket: $!\n";
    setsockopt $fd, 1, 2, 1;
    bind $fd, any_address($port) or die "$port/$protocol: $!\n";
    if ( $protocol eq 'tcp' ) { listen $fd, 128 or die "$port/$protocol: $!\n" }
    return $fd;
}

sub wait_for {
    my ($port) = @_;
    my $end = now() + $WAIT;
    while ( now() < $end ) {
        socket my $fd, 2, 1, 0 or die "socket: $!\n";
        return if connect $fd, own_address($port);
        select undef, undef, undef, 0.02;
    }
    die "nobody listens on $port within $WAIT s\n";
}

sub serve {
    my (@open) = @_;
    while (1) {
        my $readable = '';
        vec( $readable, fileno $_->{fd}, 1 ) = 1 for @open;
        select $readable, undef, undef, undef;
        for (@open) {
            next if !vec $readable, fileno $_->{fd}, 1;
            if ( $_->{protocol} eq 'tcp' ) { accept my $connection, $_->{fd} }
            elsif ( my $from = recv $_->{fd}, my $datagram, 2048, 0 ) { send $_->{fd}, $datagram, 0, $from }
        }
    }
    return;
}

end_other();
my ( @open, @awaited );
while (<DATA>) {
    chomp;
    my ( $verb, $namespace, $protocol, $port ) = split /\t/;
    enter($namespace);
    if   ( $verb eq 'wait' ) { push @awaited, [ $namespace, $port ] }
    else                     { push @open, { protocol => $protocol, fd => open_port( $protocol, $port ) } }
}
for (@awaited) { enter( $_->[0] ); wait_for( $_->[1] ) }
exit 0 if !@open;

mkdir '/run/docker-network-lab';
defined( my $pid = fork ) or die "fork: $!\n";
if ($pid) {
    open my $record, '>', $RECORD or die "$RECORD: $!\n";
    print {$record} "$pid\n";
    close $record or die "$RECORD: $!\n";
    exit 0;
}
$0 = $NAME;
alarm $LIFE;
open STDIN,  '<', '/dev/null';
open STDOUT, '>', '/dev/null';
open STDERR, '>', '/dev/null';
serve(@open);
__END__
